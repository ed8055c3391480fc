import { expect, it } from 'vitest';
import { rememberedLogin } from '@/lib/platform/remembered-login';

// There is no IndexedDB here, as in a browser that is told to keep nothing.
const CREDENTIALS = {
  origin: 'https://company.daktela.com',
  token: 'token',
  refreshToken: null,
  stay: true,
};

it('remembers nobody, and breaks nothing, where the browser keeps nothing', async () => {
  await rememberedLogin.write(CREDENTIALS);
  expect(await rememberedLogin.read()).toBeNull();
  await rememberedLogin.clear();
});
