import { listOf, recordOf, textOf } from './wire';

const DEFAULT_MODEL = 'sipDevices';

/** Something that can ring for the agent. `model` tells the server where to look for `name`. */
export interface Device {
  readonly name: string;
  readonly title: string | null;
  readonly model: string;
  /** The server did not tell the model, and the commonest is taken for it. */
  readonly isModelAssumed?: true;
}

export function decodeDevice(value: unknown, groupModel: string | null = null): Device | null {
  const record = recordOf(value);
  const name = record ? textOf(record.name ?? record.extension ?? record.number) : textOf(value);
  if (name === null) return null;
  const model =
    textOf(record?.model) ?? textOf(recordOf(record?._sys)?.model) ?? textOf(groupModel);
  const title = textOf(record?.title);
  return model === null
    ? { name, title, model: DEFAULT_MODEL, isModelAssumed: true }
    : { name, title, model };
}

/** A group is a list of devices or, as PHP has it, an object of them keyed by name. */
function isGroup(value: unknown): boolean {
  if (Array.isArray(value)) return true;
  const inner = Object.values(recordOf(value) ?? {});
  return inner.length > 0 && inner.every((device) => recordOf(device) !== null);
}

/** True for `{sipDevices: […], externalNumbers: […]}`, as opposed to devices keyed by name. */
function isGrouped(value: unknown): boolean {
  const values = Object.values(recordOf(value) ?? {});
  return values.length > 0 && values.every(isGroup);
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
