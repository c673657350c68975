/** How many of `count` each class gets by its share, rounded by largest remainders: they add up to `count`. */
export function quotas<Name extends string>(
  count: number,
  shares: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> {
  const exact = (Object.entries(shares) as [Name, number][]).map(([name, share]) => ({
    name,
    whole: Math.floor(share * count),
    rest: share * count - Math.floor(share * count),
  }))
  const left = count - exact.reduce((sum, { whole }) => sum + whole, 0)
  const lifted = new Set(
    [...exact]
      .sort((one, other) => other.rest - one.rest)
      .slice(0, left)
      .map(({ name }) => name),
  )
  return Object.fromEntries(
    exact.map(({ name, whole }) => [name, whole + (lifted.has(name) ? 1 : 0)]),
  ) as Record<Name, number>
}
