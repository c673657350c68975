/** What the one file has to hold instead of finding it beside itself. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { OnLoadResult, Plugin } from 'esbuild'

/** The decoder of QR pictures, of the version that certificates depend on. */
function decoder(root: string): Uint8Array {
  const from = createRequire(join(root, 'packages', 'certificates', 'package.json'))
  return readFileSync(from.resolve('zxing-wasm/reader/zxing_reader.wasm'))
}

function packed(bytes: Uint8Array): string {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return brotliCompressSync(bytes, { params }).toString('base64')
}

const decoderModule = (root: string) => `
import { brotliDecompressSync } from 'node:zlib'
let kept
export function installedDecoder() {
  kept ??= new Uint8Array(brotliDecompressSync(Buffer.from('${packed(decoder(root))}', 'base64')))
  return kept
}`

function versionModule(root: string): string {
  const manifest = readFileSync(join(root, 'packages', 'cli', 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { readonly version: string }
  return `export const version = ${JSON.stringify(version)}`
}

/** Puts the decoder and the version in the place of the modules that look for them on the disk. */
export function embed(root: string): Plugin {
  const modules: Readonly<Record<string, (root: string) => string>> = {
    [join('certificates', 'src', 'qr', 'read', 'decoder.node.ts')]: decoderModule,
    [join('cli', 'src', 'version.ts')]: versionModule,
  }
  return {
    name: 'embed',
    setup: (build) => {
      build.onLoad(
        { filter: /(?:decoder\.node|version)\.ts$/ },
        ({ path }): OnLoadResult | undefined => {
          const found = Object.entries(modules).find(([file]) => path.endsWith(sep + file))
          return found && { contents: found[1](root), loader: 'js' }
        },
      )
    },
  }
}
