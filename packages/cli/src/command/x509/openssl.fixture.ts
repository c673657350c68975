/** OpenSSL's command line as maker of what `@tiemchung/x509/ca` does not make, in a folder of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const installed = spawnSync('openssl', ['version']).status === 0
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'

/** Whether tests with OpenSSL are passed over; where it is required they run, and fail. */
export const withoutOpenssl = !installed && !required

/** A title that says why its tests are passed over, when they are. */
export const titled = (title: string): string =>
  withoutOpenssl ? `${title} (skipped: the command openssl is not installed)` : title

/** Runs one command over these files and gives the file that it writes. */
export function madeByOpenssl(
  files: Readonly<Record<string, Uint8Array | string>>,
  args: readonly string[],
  result: string,
): Uint8Array {
  const cwd = mkdtempSync(join(tmpdir(), 'tiemchung-openssl-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
    const { status, stderr } = spawnSync('openssl', args, { cwd })
    if (status !== 0) throw new Error(stderr.toString())
    return new Uint8Array(readFileSync(join(cwd, result)))
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
