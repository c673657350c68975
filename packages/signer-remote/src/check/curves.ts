/**
 * ECDSA over digests (FIPS 186-5 section 6.4.2), which no platform offers without the data. Public values
 * only: nothing here takes care of the time that it needs.
 */
import type { CurveName } from '@tiemchung/core/crypto'

/** A short Weierstrass curve with a = -3: its field, order, b and generator. */
interface Curve {
  readonly p: bigint
  readonly n: bigint
  readonly b: bigint
  readonly g: readonly [x: bigint, y: bigint]
}

/** Projective coordinates: x = X/Z², y = Y/Z³; Z = 0 is the point at infinity. */
type Point = readonly [x: bigint, y: bigint, z: bigint]

const infinity: Point = [1n, 1n, 0n]

/** FIPS 186-4 appendix D.1.2. */
const curves: Readonly<Record<CurveName, Curve>> = {
  'P-256': {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    g: [
      0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
      0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
    ],
  },
  'P-384': {
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    g: [
      0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7n,
      0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5fn,
    ],
  },
  'P-521': {
    p: 2n ** 521n - 1n,
    n: 0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
    b: 0x051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
    g: [
      0xc6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66n,
      0x11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650n,
    ],
  },
}

const modulo = (number: bigint, by: bigint): bigint => {
  const rest = number % by
  return rest < 0n ? rest + by : rest
}

/** By the extended algorithm of Euclid; the modulus is prime and the number is not its multiple. */
function inverse(number: bigint, by: bigint): bigint {
  let [low, high, one, other] = [modulo(number, by), by, 1n, 0n]
  while (low > 1n) {
    const times = high / low
    ;[low, high, one, other] = [high - times * low, low, other - times * one, one]
  }
  return modulo(one, by)
}

function double({ p }: Curve, [x, y, z]: Point): Point {
  if (z === 0n || y === 0n) return infinity
  const square = (y * y) % p
  const s = (4n * x * square) % p
  const zz = (z * z) % p
  const m = modulo(3n * (x - zz) * (x + zz), p)
  const doubled = modulo(m * m - 2n * s, p)
  return [doubled, modulo(m * (s - doubled) - 8n * square * square, p), (2n * y * z) % p]
}

function add(curve: Curve, left: Point, right: Point): Point {
  const { p } = curve
  const [x1, y1, z1] = left
  const [x2, y2, z2] = right
  if (z1 === 0n) return right
  if (z2 === 0n) return left
  const [zz1, zz2] = [(z1 * z1) % p, (z2 * z2) % p]
  const [u1, u2] = [(x1 * zz2) % p, (x2 * zz1) % p]
  const [s1, s2] = [(y1 * zz2 * z2) % p, (y2 * zz1 * z1) % p]
  const [h, r] = [modulo(u2 - u1, p), modulo(s2 - s1, p)]
  if (h === 0n) return r === 0n ? double(curve, left) : infinity
  const hh = (h * h) % p
  const hhh = (h * hh) % p
  const v = (u1 * hh) % p
  const x = modulo(r * r - hhh - 2n * v, p)
  return [x, modulo(r * (v - x) - s1 * hhh, p), (h * z1 * z2) % p]
}

/** u·G + v·Q, bit by bit for both at once. */
function combine(curve: Curve, u: bigint, v: bigint, q: Point): Point {
  const g: Point = [...curve.g, 1n]
  const both = add(curve, g, q)
  let sum = infinity
  for (let bit = BigInt(curve.n.toString(2).length); bit >= 0n; bit -= 1n) {
    sum = double(curve, sum)
    const [first, second] = [(u >> bit) & 1n, (v >> bit) & 1n]
    if (first === 1n) sum = add(curve, sum, second === 1n ? both : g)
    else if (second === 1n) sum = add(curve, sum, q)
  }
  return sum
}

/** Whether a point is on the curve, and not at infinity. */
function isOn({ p, b }: Curve, [x, y]: Point): boolean {
  return x < p && y < p && modulo(y * y - (x * x * x - 3n * x + b), p) === 0n
}

/** The leftmost bits of a digest, as many as the order has. */
function leftmost(digest: bigint, digestBits: number, order: bigint): bigint {
  const extra = digestBits - order.toString(2).length
  return extra > 0 ? digest >> BigInt(extra) : digest
}

/** Whether r and s are a signature over a digest, by the public point x, y. */
export function ecdsaHolds(
  name: CurveName,
  [x, y]: readonly [x: bigint, y: bigint],
  [r, s]: readonly [r: bigint, s: bigint],
  digest: { readonly value: bigint; readonly bits: number },
): boolean {
  const curve = curves[name]
  const { n, p } = curve
  const key: Point = [x, y, 1n]
  if (r < 1n || r >= n || s < 1n || s >= n || !isOn(curve, key)) return false
  const w = inverse(s, n)
  const e = leftmost(digest.value, digest.bits, n)
  const [sx, , sz] = combine(curve, (e * w) % n, (r * w) % n, key)
  if (sz === 0n) return false
  const affine = (sx * inverse(sz * sz, p)) % p
  return affine % n === r
}
