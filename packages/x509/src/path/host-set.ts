/** Hosts and domains, asked by name rather than one by one. */

const label = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?'
const hostPattern = new RegExp(`^${label}(\\.${label})*$`)

/** Whether a text in lower case is a host name. */
export const isHost = (text: string): boolean => text.length <= 253 && hostPattern.test(text)

/** A set of hosts, of domains with everything below them, or of everything. */
export class HostSet {
  readonly #hosts = new Set<string>()
  readonly #domains = new Set<string>()
  #all = false
  #malformed = false

  /** Whether something was added that is neither host nor domain; nothing may rely on the set then. */
  get malformed(): boolean {
    return this.#malformed
  }

  /** RFC 5280 section 4.2.1.10, DNS: `example.vn` holds itself and everything below; empty holds all. */
  addDomain(text: string): void {
    if (text === '') this.#all = true
    else if (!isHost(text)) this.#malformed = true
    else {
      this.#hosts.add(text)
      this.#domains.add(text)
    }
  }

  /** The same, mail and URI: a host itself, or with a leading dot every host below it. */
  addHost(text: string): void {
    const isDotted = text.startsWith('.')
    const bare = isDotted ? text.slice(1) : text
    if (text === '') this.#all = true
    else if (!isHost(bare)) this.#malformed = true
    else if (isDotted) this.#domains.add(bare)
    else this.#hosts.add(bare)
  }

  has(host: string): boolean {
    return this.#all || this.#hosts.has(host) || this.hasAbove(host)
  }

  /** Whether a domain of the set lies above a host. */
  hasAbove(host: string): boolean {
    for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
      if (this.#domains.has(host.slice(dot + 1))) return true
    }
    return false
  }

  /** Whether a host of the set lies right below this one. */
  hasChildOf(host: string): boolean {
    for (const one of this.#hosts) if (one.slice(one.indexOf('.') + 1) === host) return true
    return false
  }
}
