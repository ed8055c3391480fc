/**
 * The place comes in by custom properties: what is important in here wins over the host's own style.
 * Marked important where the page could reach the host; inside the closed root it cannot.
 */
export const CARD_STYLE = `
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
  border: 1px solid light-dark(#cfd8df, #43505b) !important;
  border-radius: 12px !important;
  background: light-dark(#ffffff, #1d2329) !important;
  color: light-dark(#17202a, #eef2f5) !important;
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
  background: light-dark(#0b7a75, #2dd4bf);
  color: light-dark(#ffffff, #04211f);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button:hover:not(:disabled) {
  background: light-dark(#086360, #5eead4);
}
button:disabled {
  opacity: 0.7;
  cursor: default;
}
button:focus-visible {
  outline: 2px solid light-dark(#0b57d0, #a8c7fa);
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
  color: light-dark(#b4232f, #ff8a8f);
}
@media print {
  :host {
    display: none !important;
  }
}
`;
