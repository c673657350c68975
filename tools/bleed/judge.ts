/** Holds the modules that an entry reaches against the table. */
import type { Entry, Host } from './bundle.js'
import { reservedModules, rootsOnly, rules, usesNode } from './rules.js'

function covers(name: string, entry: string): boolean {
  if (entry === name) return true
  return !rootsOnly.has(name) && entry.startsWith(`${name}/`)
}

function matches(pattern: string, module: string): boolean {
  return pattern.endsWith('/') || pattern.endsWith(':')
    ? module.startsWith(pattern)
    : module === pattern
}

function reached(modules: ReadonlySet<string>, pattern: string): string | undefined {
  return [...modules].find((module) => matches(pattern, module))
}

/** What reaches an entry although the table forbids it, with the reason. */
export function bleeding(entry: Entry, host: Host, modules: ReadonlySet<string>): string[] {
  const fault = (module: string, because: string) =>
    `${entry.name} (${host}) reaches ${module}: ${because}`
  const forbidden = rules
    .filter((rule) => rule.entries.some((name) => covers(name, entry.name)))
    .flatMap((rule) =>
      rule.never.flatMap((pattern) => {
        const module = reached(modules, pattern)
        return module === undefined ? [] : [fault(module, `${rule.because} (${rule.id})`)]
      }),
    )
  const reserved = reservedModules
    .filter(({ from }) => !from.some((name) => covers(name, entry.name)))
    .flatMap(({ module, because }) =>
      reached(modules, module) === undefined ? [] : [fault(module, `reserved, ${because}`)],
    )
  const onNode = entry.place.nodeOnly === true || usesNode.includes(entry.name)
  const node = host === 'browser' && !onNode ? reached(modules, 'node:') : undefined
  return [
    ...forbidden,
    ...reserved,
    ...(node === undefined ? [] : [fault(node, 'it must load in a browser')]),
  ]
}
