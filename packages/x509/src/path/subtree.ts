/** Whether a name lies in a subtree, form by form (RFC 5280 section 4.2.1.10). */
import type { GeneralName } from '../certificate/general-name.js'
import type { Name } from '../certificate/name.js'

/** `malformed`: the name or the constraint is not what its form asks for, and nothing may rely on it. */
export type Within = boolean | 'malformed'

/** How a wildcard counts: it must lie wholly inside to be permitted, and partly to be excluded. */
export type Side = 'permitted' | 'excluded'

const label = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?'
const hostPattern = new RegExp(`^${label}(\\.${label})*$`)

const isHost = (text: string): boolean => text.length <= 253 && hostPattern.test(text)
const below = (host: string, domain: string): boolean => host.endsWith(`.${domain}`)

/** `example.vn` holds itself and everything below; empty holds all. */
function dnsWithin(raw: string, constraint: string, side: Side): Within {
  const name = raw.toLowerCase()
  const domain = constraint.toLowerCase()
  const wildcard = name.startsWith('*.')
  const host = wildcard ? name.slice(2) : name
  if (!isHost(host) || (domain !== '' && !isHost(domain))) return 'malformed'
  if (domain === '' || below(name, domain) || name === domain) return true
  // `*.b.vn` covers `a.b.vn`, so an exclusion of `a.b.vn` concerns it.
  return side === 'excluded' && wildcard && domain.slice(domain.indexOf('.') + 1) === host
}

/** A host itself, or with a leading dot every host below it. */
function hostWithin(host: string, constraint: string): Within {
  const domain = constraint.toLowerCase()
  if (domain === '') return true
  if (!domain.startsWith('.')) return isHost(domain) ? host === domain : 'malformed'
  const bare = domain.slice(1)
  return isHost(bare) ? below(host, bare) : 'malformed'
}

/** Local part and host of a mailbox with one `@`; quoted local parts with another are not read. */
function mailboxOf(text: string): readonly [string, string] | undefined {
  const [local = '', host = '', ...rest] = text.split('@')
  const lower = host.toLowerCase()
  return local !== '' && rest.length === 0 && isHost(lower) ? [local, lower] : undefined
}

/** A mailbox, a host, or with a leading dot every host below it. */
function emailWithin(name: string, constraint: string): Within {
  const mailbox = mailboxOf(name)
  if (mailbox === undefined) return 'malformed'
  if (!constraint.includes('@')) return hostWithin(mailbox[1], constraint)
  const wanted = mailboxOf(constraint)
  return wanted === undefined ? 'malformed' : mailbox[0] === wanted[0] && mailbox[1] === wanted[1]
}

/** The host of a URI with an authority; an address is not a host name. */
const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*@)?([^/?#:@]+)(:[0-9]*)?([/?#]|$)/i

function uriWithin(name: string, constraint: string): Within {
  const host = authority.exec(name)?.[2]?.toLowerCase()
  if (host === undefined || !isHost(host) || /^[0-9.]+$/.test(host)) return 'malformed'
  return hostWithin(host, constraint)
}

/** An address and a mask of ones, then zeros, of the same length. */
function ipWithin(name: Uint8Array, constraint: Uint8Array): Within {
  const size = constraint.length / 2
  if ((size !== 4 && size !== 16) || (name.length !== 4 && name.length !== 16)) return 'malformed'
  const mask = constraint.subarray(size)
  const bits = [...mask].map((octet) => octet.toString(2).padStart(8, '0')).join('')
  if (!/^1*0*$/.test(bits)) return 'malformed'
  if (name.length !== size) return false
  return name.every((octet, index) => {
    const kept = mask[index] ?? 0
    return (octet & kept) === ((constraint[index] ?? 0) & kept)
  })
}

function directoryWithin(name: Name, constraint: Name): boolean {
  return constraint.keys.every((key, index) => name.keys[index] === key)
}

/** Whether a name lies in the subtree of a constraint of the same form; false across forms. */
export function isWithin(name: GeneralName, constraint: GeneralName, side: Side): Within {
  if (name.type === 'dns' && constraint.type === 'dns') {
    return dnsWithin(name.value, constraint.value, side)
  }
  if (name.type === 'email' && constraint.type === 'email') {
    return emailWithin(name.value, constraint.value)
  }
  if (name.type === 'uri' && constraint.type === 'uri') {
    return uriWithin(name.value, constraint.value)
  }
  if (name.type === 'ip' && constraint.type === 'ip') return ipWithin(name.value, constraint.value)
  if (name.type === 'directory' && constraint.type === 'directory') {
    return directoryWithin(name.value, constraint.value)
  }
  return false
}

/** Whether two names are of the same form. */
export function sameForm(left: GeneralName, right: GeneralName): boolean {
  if (left.type === 'other' && right.type === 'other') return left.tag === right.tag
  return left.type === right.type
}
