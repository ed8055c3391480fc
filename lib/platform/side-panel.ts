import { browser } from './browser';

/** Chrome's, which the polyfill does not know; from Chrome 116. */
interface ChromeSidePanel {
  open(where: { windowId: number }): Promise<void>;
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
}

/** Chrome has the one, Firefox the other; Opera's sidebar and phones have neither of these methods. */
interface SidePanelApi {
  readonly sidePanel?: ChromeSidePanel;
  readonly sidebarAction?: { open?(): Promise<void>; toggle?(): Promise<void> };
}

const api = () => browser as unknown as SidePanelApi;

export function hasSidePanel(): boolean {
  const { sidePanel, sidebarAction } = api();
  return sidePanel?.open !== undefined || sidebarAction?.open !== undefined;
}

/** The side panel of the window this page is shown in. */
export function createSidePanel() {
  // Asked ahead of the click, which does not wait.
  let windowId: number = browser.windows.WINDOW_ID_CURRENT;
  void browser.windows.getCurrent().then(({ id = windowId }) => {
    windowId = id;
  });
  return {
    /** Must be called in the very click. */
    async open(): Promise<void> {
      const { sidePanel, sidebarAction } = api();
      await (sidePanel ? sidePanel.open({ windowId }) : sidebarAction?.open?.());
    },
  };
}

/** Firefox: opens or closes it; must be called in the very click. */
export async function toggleSidebar(): Promise<void> {
  await api().sidebarAction?.toggle?.();
}

/** Chrome: has the browser itself open and close the side panel when the toolbar button is pressed. */
export async function openPanelByToolbarButton(open: boolean): Promise<void> {
  await api().sidePanel?.setPanelBehavior({ openPanelOnActionClick: open });
}
