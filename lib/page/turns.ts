interface Scheduler {
  postTask(task: () => void): Promise<void>;
}
declare global {
  var scheduler: Scheduler | undefined;
}

/** The page gets its turn after this long. */
const SLICE_MS = 6;
/** Asked so often for its time, a turn looks at the clock once. */
const LOOK_EVERY = 8;
/** Somebody who does not look at the page can wait, but not for ever. */
const HIDDEN_WAIT_MS = 2_000;

/** Lets the page do what it has to; in a hidden page, whatever the browser thinks better of. */
function breathe(): Promise<unknown> {
  if (document.hidden) {
    return new Promise((resolve) => {
      requestIdleCallback(resolve, { timeout: HIDDEN_WAIT_MS });
    });
  }
  // Not by `yield`, which would come back before any timer of the page.
  if (globalThis.scheduler) return globalThis.scheduler.postTask(() => {});
  return new Promise((resolve) => setTimeout(resolve));
}

export interface Turn {
  begin(): void;
  isOver(): boolean;
  /** Ends this turn; the next one begins when the promise resolves. */
  next(): Promise<void>;
}

/** Divides long work into short turns. */
export function createTurn(): Turn {
  let endsAt = 0;
  let asked = 0;
  const begin = () => {
    endsAt = performance.now() + SLICE_MS;
  };
  return {
    begin,
    isOver() {
      asked += 1;
      return asked % LOOK_EVERY === 0 && performance.now() > endsAt;
    },
    async next() {
      await breathe();
      begin();
    },
  };
}
