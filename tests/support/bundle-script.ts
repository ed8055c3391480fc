import { build, type UserConfig } from 'vite';

/**
 * A script for a page, with all that it imports in it.
 * @param name the variable that will hold what it exports
 */
export async function bundleScript(
  entry: string,
  name: string,
  config: Pick<UserConfig, 'mode' | 'define' | 'resolve'> = {},
): Promise<string> {
  const output = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} could not be bundled.`);
  return chunk.code;
}
