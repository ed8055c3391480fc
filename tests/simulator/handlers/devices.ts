import { type Api, type ApiCall, caller } from '../api-call';
import type { Agent, Device } from '../model';
import { reply, replyList } from '../reply';
import { wireDevice } from '../wire';
import { userOfDevice } from './session-devices';

/** getAvailableExtensions (specification, section Go Ready; fact sheet 4.2). */
function isAvailable(call: ApiCall, agent: Agent, device: Device): boolean {
  const user = userOfDevice(call.world, device.name);
  const free = user === null || user === agent;
  return free && (device.owner === null || device.owner === agent.name);
}

function grouped(devices: Device[]) {
  const models = [...new Set(devices.map(({ model }) => model))];
  const groups = models.map((model) => {
    const members = devices.filter((device) => device.model === model);
    // The group says the model, so the items do not.
    return [model, members.map(({ name, title }) => ({ name, title }))] as const;
  });
  return Object.fromEntries(groups);
}

function availableExtensions(call: ApiCall): Response {
  const agent = caller(call);
  const onlyCallCentre = call.query.get('onlyCC') === 'true';
  const devices = [...call.world.devices.values()].filter(
    (device) => isAvailable(call, agent, device) && (device.callCentre || !onlyCallCentre),
  );
  const wire = devices.map(wireDevice);
  switch (call.world.switches.deviceList) {
    case 'list':
      return reply(call, wire);
    case 'keyed':
      return reply(call, Object.fromEntries(wire.map((device) => [device.name, device])));
    case 'grouped':
      return reply(call, grouped(devices));
    case 'names':
      return reply(
        call,
        wire.map(({ name }) => name),
      );
    default:
      return replyList(call, wire);
  }
}

export function addDevices(api: Api): void {
  api.get('/getAvailableExtensions', (c) => availableExtensions(c.env));
}
