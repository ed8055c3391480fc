import type { ReadTime } from './time';
import { recordOf, textOf } from './wire';

/** What a login gives. Short-lived tokens come with a refresh token, older servers give neither. */
export interface LoginGrant {
  readonly token: string;
  readonly refreshToken: string | null;
  readonly expiresAtMs: number | null;
}

/** The three known forms of the login reply (fact sheet 2.3); null when there is no token in it. */
export function decodeLogin(result: unknown, readTime: ReadTime): LoginGrant | null {
  const record = recordOf(result);
  const userSys = recordOf(recordOf(record?.user)?._sys);
  const token =
    (record ? null : textOf(result)) ??
    textOf(record?.accessToken) ??
    textOf(userSys?.accessToken) ??
    textOf(recordOf(record?._sys)?.accessToken);
  if (token === null) return null;
  return {
    token,
    refreshToken: textOf(record?.refreshToken),
    expiresAtMs: readTime(record?.accessTokenExpirationDate),
  };
}
