import { posix } from 'node:path'
import { rooms } from '../house.js'
import { failedStep, passedStep, type Step } from './step.js'
import { filesIn, textOf } from './workspace.js'

/** Files without which a newcomer, a lawyer or a reporter of a flaw stands before a closed door. */
const rootFiles = [
  'LICENSE',
  'NOTICE',
  'README.md',
  'README.vi.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'SUPPORT.md',
]

const binary = /\.(?:png|jpe?g|gif|ico|woff2?|xlsx|xls|zip|gz|tgz|der|p12|pfx|crl|wasm|pdf)$/i
const lockFile = /(?:^|\/)(?:pnpm-lock\.yaml|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock)$/

/** Text that belongs to the machine of whoever wrote it, not to the project. */
const machinePaths = [
  /(?<![\w.:/-])\/(?:home|Users|root|workspace|work|tmp|private\/var|mnt)\/[\w.-]+/,
  /\b[A-Z]:\\{1,2}(?:Users|work|temp)\\/i,
]

/** Addresses that tie an install to one registry. */
const lockAddresses = [/resolution:.*\btarball:/, /registry\.[\w.-]+/, /"resolved":\s*"https?:/]

/** Material that is never committed, test or not, without the word TEST beside it. */
const secrets = [
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /:_authToken\s*=/,
]

function lineFaults(
  path: string,
  text: string,
  patterns: readonly RegExp[],
  says: string,
): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = patterns.some((pattern) => pattern.test(line))
    return found ? [`${path}:${index + 1}: ${says}`] : []
  })
}

function textFaults(path: string, text: string): string[] {
  if (lockFile.test(path)) return lineFaults(path, text, lockAddresses, 'address of a registry')
  return [
    ...lineFaults(path, text, machinePaths, 'path of one machine'),
    ...lineFaults(path, text, [/https?:\/\/registry\.(?!npmjs\.org)/], 'address of a registry'),
    ...lineFaults(path, text, secrets, 'looks like a secret'),
  ]
}

/** Every package tells what changed: a changeset before its first release, a CHANGELOG after. */
function packageFaults(files: ReadonlySet<string>, changesets: string): string[] {
  return rooms.flatMap(({ folder, name }) => {
    const inside = (file: string) => posix.join('packages', folder, file)
    const missing = ['README.md', 'README.vi.md']
      .filter((file) => !files.has(inside(file)))
      .map((file) => `${inside(file)} is missing`)
    const told = files.has(inside('CHANGELOG.md')) || changesets.includes(`"${name}":`)
    return told ? missing : [...missing, `${name} has neither a changeset nor a CHANGELOG`]
  })
}

/** Nothing of one machine in the tree, and everything a newcomer looks for. */
export const hygiene: Step = {
  id: 'hygiene',
  title: 'no machine paths or registry addresses; every package has its papers',
  run({ root }) {
    const files = filesIn(root)
    const changesets = files
      .filter((path) => /^\.changeset\/(?!README).*\.md$/.test(path))
      .map((path) => textOf(root, path).replaceAll("'", '"'))
      .join('\n')
    const known = new Set(files)
    const faults = [
      ...rootFiles.filter((file) => !known.has(file)).map((file) => `${file} is missing`),
      ...packageFaults(known, changesets),
      ...files
        .filter((path) => !binary.test(path))
        .flatMap((path) => textFaults(path, textOf(root, path))),
    ]
    const result =
      faults.length === 0
        ? passedStep(`${files.length} files`)
        : failedStep(`${faults.length} findings`, faults.slice(0, 100))
    return Promise.resolve(result)
  },
}
