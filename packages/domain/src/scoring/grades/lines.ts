import { type Exact, exact } from '../../kernel/exact.ts'
import type { GradeLines } from '../../plan/year-arithmetic.ts'

/** The first grade from the top whose line the figure reaches, by its place, or -1; 以上 includes the line itself. */
export const lineReached = ({ lines }: GradeLines, reaches: (line: Exact) => boolean): number =>
  lines.findIndex(({ from }) => reaches(exact(from)))
