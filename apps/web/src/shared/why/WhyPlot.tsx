import { toPlaces } from '../figure/to-places.ts'
import { t } from '../i18n/t.ts'
import { endsOf, placeOf, spaced } from './plot.ts'
import styles from './why.module.css'
import type { WhyPlot as Plot, PlotPoint } from './why.ts'

const width = 480
const height = 220
const edge = { left: 44, right: 20, top: 26, bottom: 46 }
const floor = height - edge.bottom

/** Maps figures and points into the drawing, points from zero. */
const scaleOf = ({ axis, own, stretches, points }: Plot, others: readonly PlotPoint[]) => {
  const ys = [own, ...others, ...points, ...stretches.flatMap(({ from, to }) => [from, to])].map(({ y }) => placeOf(y))
  const [x0, x1] = [placeOf(axis.from), placeOf(axis.to)]
  const [y0, y1] = [Math.min(0, ...ys), Math.max(...ys, 1e-9)]
  const across = (x: number) => edge.left + ((x - x0) / (x1 - x0 || 1)) * (width - edge.left - edge.right)
  const up = (y: number) => floor - ((y - y0) / (y1 - y0)) * (floor - edge.top)
  return { across, up }
}

const minus = (text: string): string => text.replace('-', '−')

/** Few enough digits to stand under a tick. */
const sayTick = (exact: string): string => minus(toPlaces(exact, 4).replace(/\.?0+$/, ''))

const sayPoint = (whose: string, { x, y }: PlotPoint, unit: string): string =>
  t('{{whose}} {{x}}，得 {{points}} 分', { whose, x: `${sayTick(x)}${unit}`, points: sayTick(y) })

interface Props {
  readonly plot: Plot
  /** Beside the plot's own, in grey: what lies beyond the axis is not drawn. */
  readonly others?: readonly PlotPoint[]
  /** Whose the plot's own value is; 本单位 unless said otherwise. */
  readonly whose?: string
}

/** What the rule gives along the figure it measures: stretches with their ends, thresholds, this unit's own value. */
export const WhyPlot = ({ plot, others = [], whose = t('本单位') }: Props) => {
  const within = ({ x }: PlotPoint) => placeOf(plot.axis.from) <= placeOf(x) && placeOf(x) <= placeOf(plot.axis.to)
  const beside = others.filter(within)
  const { across, up } = scaleOf(plot, beside)
  const own = { x: placeOf(plot.own.x), y: placeOf(plot.own.y) }
  const counts = plot.stretches.length === 0
  const marks = counts ? plot.points.map(({ x }) => x) : plot.edges
  const ticks = spaced(
    [...marks, plot.axis.from, plot.axis.to].map((x) => across(placeOf(x))),
    34,
  )
  const labels = [...new Set([...marks, plot.axis.from, plot.axis.to])].filter((x) =>
    ticks.includes(across(placeOf(x))),
  )
  const levels = [
    ...new Set(['0', ...plot.points.map(({ y }) => y), ...plot.stretches.flatMap(({ from, to }) => [from.y, to.y])]),
  ]
  const heights = spaced(
    levels.map((y) => up(placeOf(y))),
    14,
  )
  const label = plot.unit ? t('{{measure}}（{{unit}}）', { measure: plot.measure, unit: plot.unit }) : plot.measure
  const said = sayPoint(whose, plot.own, plot.unit)
  const named = beside.flatMap(({ unitName, ...point }) => (unitName ? [sayPoint(unitName, point, plot.unit)] : []))
  const ownAt = across(own.x)
  return (
    <svg
      className={styles.plot}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('{{measure}}与得分：{{said}}', { measure: label, said: [said, ...named].join('；') })}
    >
      {levels
        .filter((y) => heights.includes(up(placeOf(y))))
        .map((y) => (
          <g key={y}>
            <path d={`M${edge.left} ${up(placeOf(y))}H${width - edge.right}`} className={styles.level} />
            <text x={edge.left - 6} y={up(placeOf(y)) + 4} textAnchor="end">
              {sayTick(y)}
            </text>
          </g>
        ))}
      {plot.edges.map((x) => (
        <path key={x} d={`M${across(placeOf(x))} ${edge.top}V${floor}`} className={styles.threshold} />
      ))}
      {labels.map((x) => (
        <text key={x} x={across(placeOf(x))} y={floor + 16} textAnchor="middle">
          {sayTick(x)}
        </text>
      ))}
      <path d={`M${edge.left} ${edge.top}V${floor}H${width - edge.right}`} className={styles.axis} />
      <path d={`M${ownAt} ${floor}V${up(own.y)}`} className={styles.ownDrop} />
      {plot.stretches.map(({ from, to }) => (
        <path
          key={from.x}
          d={`M${across(placeOf(from.x))} ${up(placeOf(from.y))}L${across(placeOf(to.x))} ${up(placeOf(to.y))}`}
          className={styles.line}
        />
      ))}
      {counts &&
        plot.points.map(({ x, y }) => (
          <circle key={x} cx={across(placeOf(x))} cy={up(placeOf(y))} r="3" className={styles.closed} />
        ))}
      {endsOf(plot).map(({ x, y, closed }) => (
        <circle key={`${x} ${y}`} cx={across(x)} cy={up(y)} r="3.5" className={closed ? styles.closed : styles.open} />
      ))}
      {beside.map(({ x, y, unitName }) => (
        <circle
          key={`${x} ${y} ${unitName}`}
          cx={across(placeOf(x))}
          cy={up(placeOf(y))}
          r="4"
          className={styles.other}
        >
          {unitName && <title>{sayPoint(unitName, { x, y }, plot.unit)}</title>}
        </circle>
      ))}
      <circle cx={ownAt} cy={up(own.y)} r="5" className={styles.own} />
      <text x={ownAt} y={edge.top - 12} textAnchor={ownAt > width / 2 ? 'end' : 'start'} className={styles.ownSaid}>
        {said}
      </text>
      <text x={(edge.left + width - edge.right) / 2} y={height - 8} textAnchor="middle">
        {label}
      </text>
      <text x={edge.left - 6} y={edge.top - 12} textAnchor="end">
        {t('得分')}
      </text>
    </svg>
  )
}
