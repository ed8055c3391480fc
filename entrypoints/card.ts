import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCardKit } from '@/lib/page/card-kit';

/** Comes into a frame when its script asks for the card. */
export default defineUnlistedScript(() => globalThis.agentWidgetTakeCard?.(createCardKit));
