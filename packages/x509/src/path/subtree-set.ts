/**
 * The subtrees of one side of name constraints, form by form, so that a name is looked up and not compared
 * with each (RFC 5280 section 4.2.1.10).
 */
import { directoryNames } from '../certificate/distribution-point.js'
import type { GeneralName } from '../certificate/general-name.js'
import { keyOfAll, type Name } from '../certificate/name.js'
import { HostSet, isHost } from './host-set.js'

/** How a wildcard counts: it must lie wholly inside to be permitted, and partly to be excluded. */
export type Side = 'permitted' | 'excluded'

/**
 * Whether a name lies in one of the subtrees of its form. `none`: there is no such subtree. `malformed`: the
 * name or a constraint is not what its form asks for. `form-unsupported`: such names are not read.
 */
export type Within = boolean | 'none' | 'malformed' | 'form-unsupported'

class DnsSet {
  readonly #hosts = new HostSet()
  readonly #side: Side

  constructor(constraints: readonly string[], side: Side) {
    this.#side = side
    for (const constraint of constraints) this.#hosts.addDomain(constraint.toLowerCase())
  }

  find(name: string): Within {
    const text = name.toLowerCase()
    const isWildcard = text.startsWith('*.')
    const host = isWildcard ? text.slice(2) : text
    if (!isHost(host) || this.#hosts.malformed) return 'malformed'
    if (this.#hosts.has(text)) return true
    // `*.b.vn` covers `a.b.vn`, so an exclusion of `a.b.vn` concerns it.
    return isWildcard && this.#side === 'excluded' && this.#hosts.hasChildOf(host)
  }
}

/** Local part and host of a mailbox with one `@`; quoted local parts with another are not read. */
function mailboxOf(text: string): readonly [string, string] | undefined {
  const at = text.indexOf('@')
  const local = text.slice(0, Math.max(0, at))
  const host = text.slice(at + 1).toLowerCase()
  return local !== '' && isHost(host) ? [local, host] : undefined
}

/** A mailbox, a host, or with a leading dot every host below it. */
class EmailSet {
  readonly #hosts = new HostSet()
  readonly #mailboxes = new Set<string>()
  #malformed = false

  constructor(constraints: readonly string[]) {
    for (const constraint of constraints) {
      if (constraint.includes('@')) this.#addMailbox(constraint)
      else this.#hosts.addHost(constraint.toLowerCase())
    }
  }

  find(name: string): Within {
    const mailbox = mailboxOf(name)
    if (mailbox === undefined || this.#malformed || this.#hosts.malformed) return 'malformed'
    return this.#mailboxes.has(mailbox.join('@')) || this.#hosts.has(mailbox[1])
  }

  #addMailbox(constraint: string): void {
    const mailbox = mailboxOf(constraint)
    if (mailbox === undefined) this.#malformed = true
    else this.#mailboxes.add(mailbox.join('@'))
  }
}

/** The host of a URI with an authority; an address is not a host name. */
const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*@)?([^/?#:@]+)(:[0-9]*)?([/?#]|$)/i

class UriSet {
  readonly #hosts = new HostSet()

  constructor(constraints: readonly string[]) {
    for (const constraint of constraints) this.#hosts.addHost(constraint.toLowerCase())
  }

  find(name: string): Within {
    const host = authority.exec(name)?.[2]?.toLowerCase()
    if (host === undefined || !isHost(host) || /^[0-9.]+$/.test(host)) return 'malformed'
    return this.#hosts.malformed ? 'malformed' : this.#hosts.has(host)
  }
}

/** An address as far as a mask of its length keeps it. */
const masked = (address: Uint8Array, mask: Uint8Array): string =>
  address.map((octet, index) => octet & Number(mask[index])).join('.')

/** Ones, then zeros. */
function isMask(mask: Uint8Array): boolean {
  const bits = [...mask].map((octet) => octet.toString(2).padStart(8, '0')).join('')
  return /^1*0*$/.test(bits)
}

const isAddress = (octets: Uint8Array): boolean => octets.length === 4 || octets.length === 16

/** An address and a mask of ones, then zeros, of the same length. */
class IpSet {
  readonly #byMask = new Map<string, { mask: Uint8Array; networks: Set<string> }>()
  #malformed = false

  constructor(constraints: readonly Uint8Array[]) {
    for (const constraint of constraints) this.#add(constraint)
  }

  find(name: Uint8Array): Within {
    if (!isAddress(name) || this.#malformed) return 'malformed'
    return [...this.#byMask.values()].some(
      ({ mask, networks }) => mask.length === name.length && networks.has(masked(name, mask)),
    )
  }

  #add(constraint: Uint8Array): void {
    const half = constraint.length / 2
    const address = constraint.subarray(0, half)
    const mask = constraint.subarray(half)
    if (!isAddress(address) || mask.length !== address.length || !isMask(mask)) {
      this.#malformed = true
      return
    }
    const known = this.#byMask.get(mask.join('.')) ?? { mask, networks: new Set() }
    this.#byMask.set(mask.join('.'), known)
    known.networks.add(masked(address, mask))
  }
}

/** A name lies below another when it begins with its relative names. */
class DirectorySet {
  readonly #names: ReadonlySet<string>

  constructor(constraints: readonly Name[]) {
    this.#names = new Set(constraints.map(({ key }) => key))
  }

  find({ keys }: Name): Within {
    return [...keys, ''].some((_, length) => this.#names.has(keyOfAll(keys.slice(0, length))))
  }
}

/** Names of one form by their constraints, which are counted. */
interface FormSet<Value> {
  readonly size: number
  find(name: Value): Within
}

function formSet<Value>(
  constraints: readonly Value[],
  make: (constraints: readonly Value[]) => { find(name: Value): Within },
): FormSet<Value> {
  const { length: size } = constraints
  const set = size === 0 ? undefined : make(constraints)
  return { size, find: (name) => set?.find(name) ?? 'none' }
}

/** The subtrees of one side. */
export class SubtreeSet {
  readonly #dns: FormSet<string>
  readonly #email: FormSet<string>
  readonly #uri: FormSet<string>
  readonly #ip: FormSet<Uint8Array>
  readonly #directory: FormSet<Name>
  /** The tags of forms that are not read: whether one is constrained is all that can be told. */
  readonly #others: readonly number[]

  constructor(constraints: readonly GeneralName[], side: Side) {
    const texts = (type: 'dns' | 'email' | 'uri') =>
      constraints.flatMap((one) => (one.type === type ? [one.value] : []))
    const addresses = constraints.flatMap((one) => (one.type === 'ip' ? [one.value] : []))
    this.#dns = formSet(texts('dns'), (all) => new DnsSet(all, side))
    this.#email = formSet(texts('email'), (all) => new EmailSet(all))
    this.#uri = formSet(texts('uri'), (all) => new UriSet(all))
    this.#ip = formSet(addresses, (all) => new IpSet(all))
    this.#directory = formSet(directoryNames(constraints), (all) => new DirectorySet(all))
    this.#others = constraints.flatMap((one) => (one.type === 'other' ? [one.tag] : []))
  }

  /** With how many constraints a name would have to be compared one by one. */
  sizeFor(name: GeneralName): number {
    return this.#setFor(name).size
  }

  find(name: GeneralName): Within {
    return this.#setFor(name).find()
  }

  #setFor(name: GeneralName): { readonly size: number; find(): Within } {
    const ask = <Value>(set: FormSet<Value>, value: Value) => ({
      size: set.size,
      find: () => set.find(value),
    })
    switch (name.type) {
      case 'dns':
        return ask(this.#dns, name.value)
      case 'email':
        return ask(this.#email, name.value)
      case 'uri':
        return ask(this.#uri, name.value)
      case 'ip':
        return ask(this.#ip, name.value)
      case 'directory':
        return ask(this.#directory, name.value)
      case 'other':
        return this.#askOthers(name.tag)
    }
  }

  #askOthers(tag: number): { readonly size: number; find(): Within } {
    const { length } = this.#others.filter((one) => one === tag)
    return { size: length, find: () => (length === 0 ? 'none' : 'form-unsupported') }
  }
}
