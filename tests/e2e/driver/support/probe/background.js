const api = globalThis.browser ?? globalThis.chrome;
const boot = Math.random().toString(36).slice(2, 10);

async function registerCard() {
  await api.scripting.unregisterContentScripts();
  if (!(await api.permissions.contains({ origins: ['http://*/*'] }))) return;
  await api.scripting.registerContentScripts([
    { id: 'card', js: ['card.js'], matches: ['http://*/*'], runAt: 'document_end' },
  ]);
}

api.runtime.onMessage.addListener(({ type, url }, _sender, reply) => {
  if (type === 'boot') reply({ boot });
  if (type === 'poll') {
    fetch(url).catch(() => {});
    reply({ boot });
  }
  return false;
});
api.permissions.onAdded.addListener(registerCard);
api.permissions.onRemoved.addListener(registerCard);
api.runtime.onStartup.addListener(() => api.storage.local.set({ startedBy: 'onStartup' }));
api.runtime.onInstalled.addListener(async () => {
  api.contextMenus.create({ id: 'call', title: 'Call “%s”', contexts: ['selection'] });
  api.contextMenus.create({ id: 'other', title: 'Something else', contexts: ['selection'] });
  await api.action.setBadgeText({ text: '3' });
  await api.action.setBadgeBackgroundColor({ color: '#c81e1eff' });
  await api.action.setTitle({ title: 'Three calls' });
});
api.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) =>
  api.storage.local.set({ [menuItemId === 'call' ? 'dialled' : 'other']: selectionText }),
);
