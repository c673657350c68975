/** The days of one site, who comes on which, and who can be moved to make room. */

/** Somebody with a place on a day. `from` and `until` are places in the site's days, both included. */
export interface Guest {
  from: number
  until: number
  day: number
}

/** Days with room for so many each. Whoever has a place keeps one, on a day of their own. */
export class SiteCalendar {
  readonly #capacity: readonly number[]
  readonly #guests: readonly Guest[][]
  /** Days from which nobody can be moved to a day with room: full for good. */
  readonly #full: Uint8Array

  constructor(capacity: readonly number[]) {
    this.#capacity = capacity
    this.#guests = capacity.map(() => [])
    this.#full = new Uint8Array(capacity.length)
  }

  /** Gives a guest a day, if need be by moving others within their days. False when there is no way. */
  seat(guest: Guest): boolean {
    const cameFrom = new Map<number, { readonly guest: Guest; readonly day: number }>()
    const seen: number[] = []
    const visit = (who: Guest, day: number) => {
      for (let next = who.from; next <= who.until; next += 1) {
        if (this.#full[next] === 1 || cameFrom.has(next)) continue
        cameFrom.set(next, { guest: who, day })
        seen.push(next)
      }
    }
    visit(guest, -1)
    for (let place = 0; place < seen.length; place += 1) {
      const day = seen[place] as number
      if (this.#hasRoom(day)) {
        this.#move(day, cameFrom)
        return true
      }
      for (const other of this.#guests[day] as Guest[]) visit(other, day)
    }
    for (const day of seen) this.#full[day] = 1
    return false
  }

  #hasRoom(day: number): boolean {
    return (this.#guests[day] as Guest[]).length < (this.#capacity[day] as number)
  }

  /** Walks back from the day with room: each guest takes the day that the one before leaves free. */
  #move(to: number, cameFrom: ReadonlyMap<number, { guest: Guest; day: number }>): void {
    for (let day = to; day >= 0; ) {
      const { guest, day: left } = cameFrom.get(day) as { guest: Guest; day: number }
      if (left >= 0) {
        const there = this.#guests[left] as Guest[]
        there.splice(there.indexOf(guest), 1)
      }
      guest.day = day
      ;(this.#guests[day] as Guest[]).push(guest)
      day = left
    }
  }
}
