/** Bounds of one plan: above the largest real one (a city's year: 2,000 leaves × 200 units), below what freezes a page. */
export const limits = {
  rows: {
    bases: 200,
    unitGroups: 200,
    indicators: 5_000,
    tasks: 200_000,
    dataElements: 10_000,
    steps: 100,
    milestones: 2_000,
  },
  depth: 6,
  name: 300,
  paragraph: 5_000,
  text: 500_000,
} as const
