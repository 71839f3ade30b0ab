import type { Place } from '../platform/log/places/place.ts'
import { placeOf } from '../platform/log/places/places.ts'
import { Refusal } from '../platform/process/refusal.ts'

/** The places that `--checkpoints-to` names, parted by commas. @throws Refusal that quotes a word which names none */
export const placesIn = (words: string | undefined): readonly Place[] =>
  (words ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => {
      const place = placeOf(word)
      if (place === undefined) throw new Refusal('checkpoint.badPlace', { place: word })
      return place
    })
