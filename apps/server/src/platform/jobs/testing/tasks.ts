export default async (
  input: { readonly how: 'double' | 'throw' | 'hang' | 'eat' | 'tell'; readonly n: number },
  tell: (progress: number) => void,
): Promise<number> => {
  if (input.how === 'tell') for (let at = 1; at <= input.n; at++) tell(at)
  if (input.how === 'throw') throw new Error('坏文件')
  if (input.how === 'hang') await new Promise((resolve) => setTimeout(resolve, 60_000))
  if (input.how === 'eat') {
    const kept: string[][] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => `${at}`.repeat(8)))
  }
  return input.n * 2
}
