/** What is asked of an example, and what came out otherwise. */

/** Collects what is not as it should be. */
export interface Case {
  readonly faults: string[]
  /** Notes a fault unless both are the same JSON. */
  same(what: string, actual: unknown, expected: unknown): void
  /** Notes a fault unless the text is there. */
  has(what: string, text: string, part: string | RegExp): void
  /** Notes a fault when somebody of the samples is named. */
  namesNobody(what: string, text: string): void
}

const people = /Nguyễn|Trần|Lê Thị|NGUYEN|TRAN<|Mẫu|001314000001|1214000002|0912000001/

export function startCase(): Case {
  const faults: string[] = []
  return {
    faults,
    same(what, actual, expected) {
      const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)]
      if (left !== right) faults.push(`${what}: ${left}, expected ${right}`)
    },
    has(what, text, part) {
      const found = typeof part === 'string' ? text.includes(part) : part.test(text)
      if (!found) faults.push(`${what}: no ${String(part)} in: ${text.slice(0, 200)}`)
    },
    namesNobody(what, text) {
      const found = people.exec(text)
      if (found !== null) faults.push(`${what}: names somebody: ${found[0]}`)
    },
  }
}
