import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const css = readFileSync(fileURLToPath(new URL('tokens.css', import.meta.url)), 'utf8')

const tokensOf = (selector: string): Record<string, string> => {
  const block = css.slice(css.indexOf(`${selector} {`))
  const colours = block.slice(0, block.indexOf('\n}')).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)
  return Object.fromEntries([...colours].map((match) => [match[1], match[2]]))
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'surface', 'surface-raised', 'surface-sunk']
const texts: readonly [string, readonly string[]][] = [
  ['ink', [...grounds, 'blue-soft', 'vermilion-soft', 'amber-soft', 'green-soft', 'mark']],
  ['ink-soft', [...grounds, 'blue-soft']],
  ['ink-faint', grounds],
  ['blue', [...grounds, 'blue-soft']],
  ['blue-ink', ['blue-soft']],
  ['vermilion', [...grounds, 'vermilion-soft']],
  ['amber', ['surface', 'amber-soft']],
  ['green', ['surface', 'green-soft']],
]

describe.each([':root', ':root[data-theme="dark"]'])('colours of %s', (selector) => {
  const tokens = tokensOf(selector)
  const colour = (name: string) => tokens[name] ?? expect.fail(`no colour ${name}`)

  it.each(texts.flatMap(([text, on]) => on.map((ground) => [text, ground] as const)))(
    'text %s on %s is readable (4.5:1)',
    (text, ground) => expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5),
  )

  it.each(grounds)('edges of controls and the focus stand out from %s (3:1)', (ground) => {
    expect(contrast(colour('line-strong'), colour(ground))).toBeGreaterThanOrEqual(3)
    expect(contrast(colour('focus'), colour(ground))).toBeGreaterThanOrEqual(3)
  })
})
