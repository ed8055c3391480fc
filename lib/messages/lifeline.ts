/** The port by which a script in a page learns that the extension has gone. */
export const LIFELINE_PORT = 'lifeline';
