/** Node's own modules without the time that importing them takes. */
import { isBuiltin } from 'node:module'
import type { Plugin } from 'esbuild'

/** A module of CommonJS asks for everything at its head; it is given a stand-in that fetches what is really used. */
const later = (path: string) => `
module.exports = new Proxy(function () {}, {
  get: (_, name) => process.getBuiltinModule('node:${path}')[name],
})`

/**
 * Takes Node's modules from `process` instead of importing them: an import reads every property of a module, and with some
 * of them (`process.stdin`, `crypto.webcrypto`) that starts what nobody asked for.
 */
export function takeBuiltins(): Plugin {
  return {
    name: 'builtins',
    setup: (build) => {
      build.onResolve({ filter: /^[a-z_:/]+$/ }, ({ path, kind }) => {
        if (!isBuiltin(path)) return undefined
        const namespace = kind === 'require-call' ? 'builtin-later' : 'builtin'
        return { path: path.replace(/^node:/, ''), namespace }
      })
      build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
        contents: `module.exports = process.getBuiltinModule('node:${path}')`,
      }))
      build.onLoad({ filter: /.*/, namespace: 'builtin-later' }, ({ path }) => ({
        contents: later(path),
      }))
    },
  }
}
