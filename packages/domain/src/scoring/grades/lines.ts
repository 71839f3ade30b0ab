import { type Exact, exact } from '../../kernel/exact.ts'
import type { GradeLines } from '../../plan/year-arithmetic.ts'

/** The first grade from the top whose line the figure reaches; 以上 includes the line itself. Nothing below the last line. */
export const gradeByLine = ({ lines }: GradeLines, reaches: (line: Exact) => boolean): string | undefined =>
  lines.find(({ from }) => reaches(exact(from)))?.name
