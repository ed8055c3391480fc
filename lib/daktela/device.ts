import { listOf, recordOf, textOf } from './wire';

const DEFAULT_MODEL = 'sipDevices';

/** Something that can ring for the agent. `model` tells the server where to look for `name`. */
export interface Device {
  readonly name: string;
  readonly title: string | null;
  readonly model: string;
}

export function decodeDevice(value: unknown, groupModel: string | null = null): Device | null {
  const record = recordOf(value);
  const name = record ? textOf(record.name ?? record.extension ?? record.number) : textOf(value);
  if (name === null) return null;
  const model =
    textOf(record?.model) ?? textOf(recordOf(record?._sys)?.model) ?? groupModel ?? DEFAULT_MODEL;
  return { name, title: textOf(record?.title), model };
}

/** True for `{sipDevices: […], externalNumbers: […]}`, as opposed to devices keyed by name. */
function isGrouped(value: unknown): boolean {
  const record = recordOf(value);
  const values = Object.values(record ?? {});
  return values.length > 0 && values.every(Array.isArray);
}

/** Every shape the list of available devices is thought to have (fact sheet 4.2). */
export function decodeDevices(value: unknown): Device[] {
  const inner = recordOf(value)?.data ?? value;
  if (isGrouped(inner)) {
    return Object.entries(recordOf(inner) ?? {}).flatMap(([model, devices]) =>
      listOf(devices).flatMap((device) => decodeDevice(device, model) ?? []),
    );
  }
  return listOf(inner).flatMap((device) => decodeDevice(device) ?? []);
}
