import type { Service } from '../service/service.ts';
import type { FieldReader } from './field-reader.ts';
import { eligibility } from './eligibility.ts';
import { HSDS_IGNORED, hsdsService } from './hsds.ts';
import { servicesIn } from './hsds-shapes.ts';
import type { FeedResult } from './problem.ts';
import { readRecords } from './records.ts';
import type { Draft } from './records.ts';
import { only } from './values.ts';
import type { FeedOptions } from './values.ts';

type Ways = Pick<Service, 'attendance' | 'referral'>;

/** ORUK 1's word for how people may come. */
function attending(field: FieldReader): Ways {
  const text = field.text()?.toLowerCase();
  switch (text) {
    case undefined:
      return {};
    case 'referral':
      return { referral: [{ by: 'professional' }] };
    case 'appointment':
    case 'membership':
    case 'drop-in':
      return { attendance: [text] };
    default:
      field.fault('Left out: referral, appointment, membership or drop-in was expected.');
      return {};
  }
}

/** What ORUK 1 has that ORUK 3 and HSDS 3 have not, or have elsewhere. */
function service(record: FieldReader, options: FeedOptions): Draft {
  const draft = hsdsService(record, options);
  const rules = record
    .firstOf('eligibilitys', 'eligibilities')
    .objects()
    .flatMap((row) =>
      eligibility(
        row.at('minimum_age'),
        row.at('maximum_age'),
        row.firstOf('eligibility', 'description'),
      ),
    );
  const { attendance, referral = [] } = attending(record.at('attending_access'));
  return only<Draft>({
    ...draft,
    eligibility: [...(draft.eligibility ?? []), ...rules],
    attendance: draft.attendance ?? attendance,
    referral: [...(draft.referral ?? []), ...referral],
  });
}

/**
 * Reads a feed of Open Referral UK, version 1 or 3: a page of services in either version's wrapper, a
 * bare list, or one service. Feeds mix the versions' names, so both are read everywhere.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readOruk(value: unknown, options: FeedOptions = {}): FeedResult {
  return readRecords(
    servicesIn(value),
    {
      lists: ['contents', 'content', 'services'],
      ids: ['id'],
      read: service,
      ignored: HSDS_IGNORED,
    },
    options,
  );
}
