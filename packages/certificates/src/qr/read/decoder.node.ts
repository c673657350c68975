/** The decoder that is installed beside this package. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

let kept: Uint8Array | undefined

/** Its bytes, read once; `undefined` where it is not installed, as in some bundles. */
export function installedDecoder(): Uint8Array | undefined {
  try {
    // CommonJS has no `import.meta.url`, ES modules have no `__filename`.
    const here = typeof __filename === 'string' ? __filename : import.meta.url
    const file = createRequire(here).resolve('zxing-wasm/reader/zxing_reader.wasm')
    kept ??= new Uint8Array(readFileSync(file))
    return kept
  } catch {
    return undefined
  }
}
