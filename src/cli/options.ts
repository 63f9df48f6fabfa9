import { isDivision } from '../calendar/bank-holidays.ts';
import type { ReceiverOptions, ReceiverOrganisation } from '../receiver/index.ts';
import type { Config } from './config-settings.ts';

/** Who answers, under some name in any case. */
export function organisationOf({ organisation }: Config): ReceiverOrganisation {
  return { ...organisation, name: organisation?.name ?? 'this organisation' };
}

/** The receiver's options as the settings have them. */
export function optionsFrom(config: Config): Omit<ReceiverOptions, 'store'> {
  const { division, closures } = config.calendar ?? {};
  return {
    ...config,
    contactWays: config.contactWays as ReceiverOptions['contactWays'],
    formats: config.formats as ReceiverOptions['formats'],
    organisation: organisationOf(config),
    calendar: {
      ...(division && isDivision(division) && { division }),
      ...(closures && { closures }),
    },
  };
}
