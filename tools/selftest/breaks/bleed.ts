import type { Trial } from '../trial.js'

export const bleed: Trial = {
  breaks: [
    {
      by: 'Node in a browser entry',
      apply: (copy) =>
        copy.append('packages/core/src/index.ts', "\nexport { readFileSync } from 'node:fs'\n"),
      says: /core \(browser\) reaches node:fs/,
    },
    {
      by: 'a verifier that reaches the issuer',
      apply: (copy) =>
        copy.append('packages/certificates/src/verify/index.ts', "\nimport '../issue/index.js'\n"),
      says: /certificates\/verify \(node\) reaches certificates\/src\/issue\//,
    },
    {
      by: 'a verifier that reaches the language of rules',
      apply: (copy) =>
        copy.append('packages/certificates/src/verify/index.ts', "\nimport 'certlogic-js'\n"),
      says: /certificates\/verify \(node\) reaches certlogic-js/,
    },
    {
      by: 'an entry that grew',
      apply: (copy) =>
        copy.replace('tools/check/sizes.json', /"eligibility": \d+/, '"eligibility": 1000'),
      says: /eligibility: 1000 to \d+ bytes/,
    },
    {
      by: 'an entry without a committed size',
      apply: (copy) => copy.replace('tools/check/sizes.json', /\n *"feedback\/rules": \d+,/, ''),
      says: /feedback\/rules: \d+ bytes, no committed size/,
    },
    {
      by: 'the network in what works offline',
      apply: (copy) =>
        copy.append('packages/identity/src/offline.ts', "\nimport '@tiemchung/http'\n"),
      says: /identity\/offline \(browser\) reaches ky/,
    },
  ],
}
