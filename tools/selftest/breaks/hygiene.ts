import type { Trial } from '../trial.js'

/** Written in parts, so that this file itself passes. */
const someoneElsesHome = ['', 'home', 'somebody', 'project'].join('/')
const registryAddress = ['https://registry', 'example', 'org'].join('.')
const token = ['npm', 'a'.repeat(36)].join('_')

export const hygiene: Trial = {
  breaks: [
    {
      by: 'a path of one machine in a document',
      apply: (copy) => copy.append('SUPPORT.md', `\nSee ${someoneElsesHome}.\n`),
      says: /SUPPORT\.md:\d+: path of one machine/,
    },
    {
      by: 'a registry address in a lock file',
      apply: (copy) => copy.append('pnpm-lock.yaml', `\n# ${registryAddress}\n`),
      says: /pnpm-lock\.yaml:\d+: address of a registry/,
    },
    {
      by: 'a package without its Vietnamese README',
      apply: (copy) => copy.remove('packages/core/README.vi.md'),
      says: /packages\/core\/README\.vi\.md is missing/,
    },
    {
      by: 'no licence',
      apply: (copy) => copy.remove('LICENSE'),
      says: /LICENSE is missing/,
    },
    {
      by: 'a token',
      apply: (copy) => copy.append('SUPPORT.md', `\n${token}\n`),
      says: /SUPPORT\.md:\d+: looks like a secret/,
    },
    {
      by: 'a package without changeset or CHANGELOG',
      apply: (copy) => {
        copy.remove('.changeset/http-first.md')
        copy.remove('packages/http/CHANGELOG.md')
      },
      says: /@tiemchung\/http has neither a changeset nor a CHANGELOG/,
    },
  ],
}
