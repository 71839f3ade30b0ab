import styles from './watermark.module.css'

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const tile = (lines: readonly string[]): string => {
  const rows = lines.map((line, index) => `<text x="0" y="${index * 20}">${escapeXml(line)}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="220"><g transform="translate(24 150) rotate(-20)" font-size="14" font-family="sans-serif" fill="#7f7f7f" fill-opacity=".13">${rows}</g></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

/** Lies over everything, on screen and on paper, and takes no click. Needs `img-src data:` in the content policy. */
export const Watermark = ({ lines }: { readonly lines: readonly string[] }) => (
  <div className={styles.watermark} style={{ backgroundImage: tile(lines) }} aria-hidden="true" />
)
