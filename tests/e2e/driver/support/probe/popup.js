const api = globalThis.browser ?? globalThis.chrome;
const byId = (id) => document.getElementById(id);
const say = (words) => {
  byId('out').textContent = words;
};

let count = 0;
byId('ask').addEventListener('click', async () => {
  say('asking');
  const origins = ['https://*/*', 'http://*/*'];
  say(`granted: ${await api.permissions.request({ origins })}`);
});
byId('count').addEventListener('click', ({ isTrusted }) => {
  count += 1;
  say(`count ${count}, trusted: ${isTrusted}`);
  // A control that comes late and one that goes.
  setTimeout(() => {
    byId('later').disabled = false;
    byId('icon').remove();
  }, 100);
});
byId('done').addEventListener('click', () => window.close());
byId('later').addEventListener('click', () => say('later was clicked'));
for (const button of document.querySelectorAll('article button')) {
  const name = button.parentElement.getAttribute('aria-label');
  button.addEventListener('click', () => say(`accepted ${name}`));
}
api.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  byId('tab').textContent = tab?.url ?? 'no address';
});
globalThis.wake = () =>
  api.runtime.sendMessage({ type: 'boot' }).then(({ boot }) => {
    byId('boot').textContent = boot;
    return boot;
  });
