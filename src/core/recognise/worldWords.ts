import { words } from './words';

/** Countries under names that no one derives from the others, parts of the world, bodies in space. */
export const placeNames = `U.S.|U.S|US|USA|U.S.A.|U.K.|UK|UAE|Britain|Great Britain|England|Scotland|Wales
Northern Ireland|America|Africa|Asia|Europe|North America|South America|Latin America|Central America
Southeast Asia|Asia-Pacific|Central Asia|Middle East|Far East|Antarctica|Arctic|Turkey|Czech Republic|Burma|Congo
Ivory Coast|Macau|Hong Kong|Macao|Korea|Holland|Palestine|Gaza|West Bank|Bosnia|Crimea|Siberia|Tibet
Xinjiang|Kosovo|Taiwan|United States of America|People's Republic of China|Russian Federation
Republic of Korea|Soviet Union|Scandinavia|Balkans|Caucasus|Sahara|Sahel|Persian Gulf|Alps|Himalayas
Moon|Mars|Venus|Jupiter|Saturn|Uranus|Neptune|Pluto|Sun|Earth|Milky Way|Europa|Titan|Ceres
Atlantic|Pacific|Mediterranean|Baltic|Caribbean|Atlantic Ocean|Pacific Ocean|Indian Ocean
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois
Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi
Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina
North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee
Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Washington, D.C.|Washington D.C.|Washington, DC|Washington DC|Ontario|Quebec
British Columbia|Alberta|Manitoba|Nova Scotia|Queensland|New South Wales|Tasmania|Bavaria|Catalonia
Beijing|Shenzhen|Guangzhou|Wuhan|Delhi|New Delhi|Mumbai|Bangalore|Bengaluru|Chennai|Kolkata|Geneva|Munich
Hamburg|Frankfurt|Cologne|Barcelona|Milan|Turin|Naples|Venice|Lyon|Marseille|Toulouse|Strasbourg
Rotterdam|The Hague|Antwerp|Gothenburg|Kyiv|Kharkiv|Odesa|Lviv|Saint Petersburg|St. Petersburg|Ankara
Tel Aviv|Haifa|Doha|Abu Dhabi|Mecca|Karachi|Lahore|Islamabad|Rawalpindi|Osaka|Kyoto|Nagoya|Hiroshima
Busan|Ho Chi Minh City|Hanoi|Rio de Janeiro|São Paulo|Brasília|Cape Town|Pretoria|Durban|Ottawa|Montreal
Calgary|Boston|Philadelphia|Houston|Dallas|Austin|San Antonio|San Diego|San Francisco|Seattle|Portland
Las Vegas|Atlanta|Miami|Orlando|Baltimore|Cleveland|Pittsburgh|Cincinnati|St. Louis|Kansas City|Milwaukee
Minneapolis|New Orleans|Nashville|Memphis|Cape Canaveral|Baikonur|Manchester|Birmingham|Liverpool|Leeds
Glasgow|Edinburgh|Cardiff|Belfast|Bristol|Canberra|Wellington|Darwin|Dubai|Kourou|Bonn|Leipzig|Dresden
Stuttgart|Kraków|Porto|Seville|Valencia|Florence|Bologna|Genoa|Salzburg|Basel|Bern|Lausanne`;

/** Time zones named after small places whose names mean something else first. */
export const doubtfulZones = words(`
center knox easter troll oral resolute nome wake midway casey davis palmer stanley christmas cocos
canary regina marengo truk hovd chatham gambier pitcairn norfolk jersey monticello beulah petersburg
dawson creston darwin phoenix majuro mahe reunion jordan chad georgia wallis kirov salta samara merida
sofia mawson macquarie vostok vatican adak`);

/** Peoples and adjectives that no country or language yields. */
export const peoples = words(`
american americans british briton britons english french dutch swiss swedish danish finnish polish
spanish turkish irish scottish welsh greek european europeans asian african arab arabs arabian israeli
iraqi pakistani saudi emirati qatari kuwaiti omani yemeni afghan thai filipino czech slovak philippine
soviet olympic paralympic spaniard dane swede finn pole turk scot serb croat kurd greeks danes swedes
finns poles turks scots spaniards serbs croats kurds western eastern northern southern latin islamic muslim muslims christian christians jewish
buddhist hindu catholic orthodox protestant republican republicans democrat democrats democratic
conservative conservatives liberal liberals communist nazi western-led
germans russians ukrainians iranian palestinian palestinians taiwanese cypriot argentine kiwi
azeri bahamian barbadian belgian belgians burkinabe comoran congolese salvadoran honduran ivorian laotian
lebanese maldivian mauritian montenegrin mozambican nigerien panamanian peruvian peruvians seychellois
slovene slovenes togolese trinidadian kosovar hawaiian californian texan bavarian parisian flemish
scandinavian nordic balkan slavic hispanic latino norwegians afghans thais filipinos africans asians
ottoman byzantine sunni shiite shia inuit maori gazan kazakh uzbek tajik kyrgyz turkmen`);
