import type { Eligibility } from '../service/service.ts';
import type { FieldReader } from './field-reader.ts';
import { age, some } from './values.ts';

/** One rule from two ages and some words. Ages that cannot both hold are left out together. */
export function eligibility(
  from: FieldReader,
  to: FieldReader,
  words: FieldReader,
  perYear = 1,
): readonly Eligibility[] {
  const [least, most] = [age(from, perYear), age(to, perYear)];
  const crossed = least !== undefined && most !== undefined && least > most;
  if (crossed) from.fault('Left out with the highest age, which is below it.');
  const ages = crossed ? {} : { minimumAge: least, maximumAge: most };
  const rule = some<Eligibility>({ ...ages, description: words.text() });
  return rule === undefined ? [] : [rule];
}
