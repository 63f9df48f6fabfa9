import { isObject } from './field-reader.ts';

type Row = Readonly<Record<string, unknown>>;

/** The rows of a page or a bare list; nothing where a value is neither. */
function rowsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (!isObject(value)) return undefined;
  const list = [value['contents'], value['content']].find((one) => Array.isArray(one));
  return list as readonly unknown[] | undefined;
}

/** Services out of `/service_at_locations`: each once, with all its places. */
function fromPlaces(rows: readonly Row[]): readonly unknown[] {
  const services = new Map<unknown, { service: Row; places: Row[] }>();
  for (const { service, ...place } of rows) {
    if (!isObject(service)) continue;
    const known = services.get(service['id'] ?? service) ?? { service, places: [] };
    known.places.push(place);
    services.set(service['id'] ?? service, known);
  }
  return [...services.values()].map(({ service, places }) => ({
    ...service,
    service_at_locations: places,
  }));
}

/**
 * The services of an answer of the HSDS family: as they are in `/services`, and taken out of
 * `/service_at_locations` and `/organizations/{id}`, where they stand in or beside other things.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function servicesIn(value: unknown): unknown {
  const rows = rowsOf(value);
  const placed = (rows ?? []).filter(
    (row): row is Row => isObject(row) && isObject(row['service']) && row['name'] === undefined,
  );
  if (rows !== undefined && placed.length > 0) {
    const others = rows.filter((row) => !placed.some((one) => one === row));
    return [...fromPlaces(placed), ...others];
  }
  if (!isObject(value) || typeof value['name'] !== 'string' || !Array.isArray(value['services']))
    return value;
  const { services, ...organization } = value;
  return (services as readonly unknown[]).map((service) =>
    isObject(service) && service['organization'] === undefined
      ? { ...service, organization }
      : service,
  );
}
