import { expect, it } from 'vitest';
import { FILE_PATHS, POLICY_PATHS } from '@/lib/settings/given-paths';

it('an administrator and a file give the same settings, but for the address and how things look', () => {
  expect(POLICY_PATHS.filter((path) => !FILE_PATHS.some((each) => each === path))).toEqual([
    'daktelaAddress',
  ]);
  expect(FILE_PATHS.filter((path) => !POLICY_PATHS.some((each) => each === path))).toEqual([
    'toolbarPlace',
    'marks.shown',
    'marks.colour',
  ]);
});
