import { t } from '../i18n/t.ts'
import styles from './why.module.css'
import type { WhyPlot as Plot } from './why.ts'

const width = 360
const height = 150
const edge = { left: 40, right: 12, top: 10, bottom: 34 }

interface Point {
  readonly x: number
  readonly y: number
}

/** Maps the points of the rule into the drawing; a flat range still gets a place. */
const scaleOf = (points: readonly Point[]) => {
  const xs = points.map((point) => point.x)
  const ys = [0, ...points.map((point) => point.y)]
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const across = (x: number) => edge.left + ((x - x0) / (x1 - x0 || 1)) * (width - edge.left - edge.right)
  const up = (y: number) => height - edge.bottom - ((y - y0) / (y1 - y0 || 1)) * (height - edge.top - edge.bottom)
  return { across, up, x0, x1, y0, y1 }
}

const sayAxis = (value: number): string => String(value).replace('-', '−')

/** Points against the actual figure: the rule as a line, this unit as a dot, published peers in grey. */
export const WhyPlot = ({ plot }: { readonly plot: Plot }) => {
  const { across, up, x0, x1, y0, y1 } = scaleOf([...plot.line, plot.own, ...plot.peers])
  const path = plot.line.map((point, index) => `${index === 0 ? 'M' : 'L'}${across(point.x)} ${up(point.y)}`).join('')
  return (
    <svg
      className={styles.plot}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('{{x}} 为 {{own}} 时得 {{points}} 分', { x: plot.xLabel, own: plot.own.x, points: plot.own.y })}
    >
      <path d={`M${edge.left} ${edge.top}V${height - edge.bottom}H${width - edge.right}`} className={styles.axis} />
      <path d={path} className={styles.line} />
      {plot.peers.map((peer) => (
        <circle key={`${peer.x} ${peer.y}`} cx={across(peer.x)} cy={up(peer.y)} r="3" className={styles.peer} />
      ))}
      <circle cx={across(plot.own.x)} cy={up(plot.own.y)} r="5" className={styles.own} />
      <text x={edge.left - 6} y={up(y1) + 4} textAnchor="end">
        {y1}
      </text>
      <text x={edge.left - 6} y={up(y0) + 4} textAnchor="end">
        {y0}
      </text>
      <text x={edge.left} y={height - edge.bottom + 14}>
        {sayAxis(x0)}
      </text>
      <text x={width - edge.right} y={height - edge.bottom + 14} textAnchor="end">
        {sayAxis(x1)}
      </text>
      <text x={width / 2} y={height - 4} textAnchor="middle">
        {plot.xLabel}
      </text>
    </svg>
  )
}
