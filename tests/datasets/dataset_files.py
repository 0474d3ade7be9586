"""Small files in the published layouts, made for the tests: no row of a published file is among them."""

from __future__ import annotations

from detente.datasets import gdelt1, gdelt2, icews, phoenix


def gdelt_row(layout: int = 61, **cells: str) -> str:
    """One line of GDELT without its end; what is not given is empty."""
    orders = {len(x.order): x.order for x in (*gdelt1.LAYOUTS, *gdelt2.LAYOUTS)}
    given = {
        "GLOBALEVENTID": "1",
        "SQLDATE": "20030528",
        "Actor1CountryCode": "RUS",
        "Actor1Type1Code": "GOV",
        "Actor2CountryCode": "USA",
        "EventCode": "040",
        "QuadClass": "1",
        "GoldsteinScale": "1.0",
        "NumMentions": "4",
        "ActionGeo_FullName": "Moscow, Moskva, Russia",
        "SOURCEURL": "http://news.example/1",
    } | cells
    return "\t".join(given.get(name, "") for name in orders[layout])


ICEWS_HEADER = "\t".join(icews.ORDER.split("|"))


def icews_row(**cells: str) -> str:
    """One line of ICEWS; names with blanks are given with underscores."""
    given = {
        "Event_ID": "7",
        "Event_Date": "2003-05-28",
        "Source_Name": "Foreign Affairs",
        "Source_Sectors": "Government,Executive",
        "Source_Country": "Russian Federation",
        "Event_Text": "Consult",
        "CAMEO_Code": "040",
        "Intensity": "1.0",
        "Target_Name": "Powell",
        "Target_Country": "United States",
        "City": "Moscow",
        "Country": "Russian Federation",
    } | cells
    return "\t".join(given.get(name.replace(" ", "_"), "NULL") for name in icews.ORDER.split("|"))


def phoenix_row(**cells: str) -> str:
    """One line of a real-time Phoenix file."""
    given = {
        "EventID": "9",
        "Date": "20150301",
        "SourceActorEntity": "RUS",
        "SourceActorRole": "GOV",
        "TargetActorEntity": "USA",
        "EventCode": "163",
        "PentaClass": "3",
        "GoldsteinScore": "-6.5",
        "LocationName": "Moscow",
        "URLs": "http://a.example/1;http://a.example/2",
    } | cells
    return "\t".join(given.get(name, "") for name in phoenix.ORDER.split())


POLECAT = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tActor Name\tActor Country\t"
    "Actor Sectors\tRecipient Name\tRecipient Country\tRecipient Sectors\tCity\tProvince\tCountry\n"
    "RUS1\t2021-06-16\tCONSULT\tvisit\t1.5\tVERBAL COOPERATION\tA\tRUS\tGOV\tB\tUSA\tGOV\tGeneva\t\tCHE\n"
    "RUS2\t2021-06-17\tSANCTION\tdiscontinue\t\tMATERIAL CONFLICT\tA\tUSA;GBR\tGOV\tB\tRUS\tNone\t\t\t\n"
)
KEDS_WEIS = (
    "date,source,target,code,desc\n"
    "1990-02-01,USR,USA,031,(MEET)\n"
    "1992-02-01,RUS,FRN,223,(MILITARY ENGAGEMENT)\n"
    "1990-02-03,GER,YUG,111,(TURN DOWN)\n"
    "2004-02-03,FRY,AUS,111,(TURN DOWN)\n"
)
KEDS_CAMEO = (
    "date,source,target,code\n1979-04-15,ISRMIL,LBN,190\n790416,USAGOV,USR,0311\n1980-01-01,UNO,DEU,043\n"
)
UCDP = (
    "id,relid,year,type_of_violence,side_a,side_b,gwnoa,gwnob,date_start,date_end,number_of_sources,"
    "where_coordinates,best\n"
    '1,"X-1",2008,1,Government of Georgia,"Government of Russia (Soviet Union)",372,365,'
    "2008-08-08 00:00:00.000,2008-08-08 00:00:00.000,3,Tskhinvali town,12\n"
    "2,X-2,1993,2,Group A,Group B,,,1993-01-02,1993-01-05,-1,Somewhere,1\n"
)
