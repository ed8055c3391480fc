import { createScenario } from '../simulator/scenario';

const ANNA = 'anna.novakova';

/** Replies of the simulated server to an agent in the middle of things, as parsed JSON. */
export async function realReplies() {
  const { world, anna, anonymous, clock } = createScenario({
    channels: 'atOnce',
    extensionDevices: 'extensions',
  });
  const login = await anonymous('POST', 'login', { username: ANNA, password: 'anna-heslo' });
  world.goReady(ANNA);
  const talking = world.ringAgent({ agent: ANNA, number: '+420600111222', queue: '3001' });
  await anna('PUT', `activities/${encodeURIComponent(talking)}`, { action: 'OPEN', _exten: '305' });
  await clock.advance(1_000);
  world.ringAgent({ agent: ANNA, number: '777', queue: '3001', contact: 'Eva Malá' });
  world.ringPool({ number: '778', queue: '3001' });
  world.announce('<b>Oběd</b>', 'Kuchyně');
  world.startPause(ANNA, 'lunch');
  const [whoim, pull, devices, statuses, refusal] = await Promise.all([
    anna('GET', 'whoim'),
    anna('GET', 'appPullData?hash='),
    anna('GET', 'getAvailableExtensions?onlyCC=true'),
    anna('GET', 'queues/3001/statuses'),
    anna('POST', 'activities', { type: 'CALL' }),
  ]);
  return {
    login: login.body,
    whoim: whoim.body,
    pull: pull.body,
    devices: devices.body,
    statuses: statuses.body,
    refusal: refusal.body,
  };
}
