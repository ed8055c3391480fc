/** Whether the browser lets a ring sound elsewhere than on the system's own device. */
export const canChooseOutput = () => 'setSinkId' in AudioContext.prototype;

/** The devices to ring on that the browser tells of by name: none before that was allowed. */
export async function readOutputs(): Promise<{ id: string; title: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.flatMap(({ kind, deviceId, label }) =>
    // The system's own choice stands among them under a name of its own.
    kind === 'audiooutput' && label !== '' && deviceId !== 'default'
      ? [{ id: deviceId, title: label }]
      : [],
  );
}

/**
 * Browsers tell the names of loudspeakers to those who may use the microphone. Opens the prompt;
 * must be called in the very click. Nothing is recorded. Resolves false when it is not allowed or
 * when there is no microphone to allow.
 */
export async function allowOutputs(): Promise<boolean> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return true;
  } catch {
    return false;
  }
}

export function onOutputsChanged(changed: () => void): void {
  navigator.mediaDevices.addEventListener('devicechange', changed);
}
