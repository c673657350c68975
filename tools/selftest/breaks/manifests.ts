import type { Trial } from '../trial.js'

export const manifests: Trial = {
  breaks: [
    {
      by: 'a manifest changed by hand',
      apply: (copy) => copy.replace('packages/http/package.json', 'Apache-2.0', 'MIT'),
      says: /manifests out of date: http/,
    },
    {
      by: 'an entry that the house table does not have',
      apply: (copy) =>
        copy.set('packages/identity/package.json', ['exports', './stray'], './dist/index.js'),
      says: /manifests out of date: .*identity/,
    },
  ],
}
