const host = document.createElement('probe-card');
host.style.cssText = 'position: fixed; inset: auto 10px 10px auto';
const root = host.attachShadow({ mode: 'closed' });
const button = document.createElement('button');
button.textContent = 'Call 123';
button.addEventListener('click', ({ isTrusted }) => {
  button.textContent = `Called, trusted: ${isTrusted}`;
});
button.addEventListener('mouseenter', () => {
  document.documentElement.dataset.hovered = 'yes';
});
root.append(button);
document.documentElement.append(host);
