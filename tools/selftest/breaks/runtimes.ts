import type { Trial } from '../trial.js'

export const runtimes: Trial = {
  breaks: [
    {
      by: 'hosts without Node’s zlib that take what they cannot check',
      apply: (copy) =>
        copy.replace(
          'packages/certificates/src/envelope/inflate.web.ts',
          /return intact \? .*/,
          'return { bytes: inflated.subarray(1) }',
        ),
      says: /Chromium: dcc: .+: wrongly-refused/,
    },
    {
      by: 'WebCrypto that believes everything',
      apply: (copy) =>
        copy.replace(
          'packages/core/src/crypto/webcrypto.ts',
          /return await subtle\.verify\(.*\)/,
          'return true',
        ),
      says: /Chromium: .+: wrongly-accepted/,
    },
  ],
}
