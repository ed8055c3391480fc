/**
 * The place comes in by custom properties: what is important in here wins over the host's own style.
 * Marked important where the page could reach the host; inside the closed root it cannot.
 */
export const CARD_STYLE = `
:host {
  --line: #cfd8df !important;
  --ground: #ffffff !important;
  --text: #17202a !important;
  --brand: #0b7a75 !important;
  --on-brand: #ffffff !important;
  --brand-hover: #086360 !important;
  --focus: #0b57d0 !important;
  --danger: #b4232f !important;
}
@media (prefers-color-scheme: dark) {
  :host {
    --line: #43505b !important;
    --ground: #1d2329 !important;
    --text: #eef2f5 !important;
    --brand: #2dd4bf !important;
    --on-brand: #04211f !important;
    --brand-hover: #5eead4 !important;
    --focus: #a8c7fa !important;
    --danger: #ff8a8f !important;
  }
}
:host {
  all: initial !important;
  position: fixed !important;
  left: var(--agent-widget-left) !important;
  top: var(--agent-widget-top) !important;
  color-scheme: light dark !important;
}
:host(:popover-open) {
  display: block !important;
  box-sizing: border-box !important;
  max-width: 300px !important;
  padding: 6px !important;
  border: 1px solid var(--line) !important;
  border-radius: 12px !important;
  background: var(--ground) !important;
  color: var(--text) !important;
  box-shadow: 0 2px 4px rgb(0 0 0 / 10%), 0 10px 28px rgb(0 0 0 / 20%) !important;
  font: 14px/1.4 system-ui, "Segoe UI", Roboto, sans-serif !important;
}
button {
  display: block;
  width: 100%;
  min-height: 40px;
  padding: 6px 16px;
  border: 0;
  border-radius: 8px;
  background: var(--brand);
  color: var(--on-brand);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button:hover:not(:disabled) {
  background: var(--brand-hover);
}
button:disabled {
  opacity: 0.7;
  cursor: default;
}
button:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
}
p {
  margin: 6px 8px 4px;
  overflow-wrap: anywhere;
}
p:empty {
  display: none;
}
p[role="alert"] {
  color: var(--danger);
}
@media print {
  :host {
    display: none !important;
  }
}
`;
